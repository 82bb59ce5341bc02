PRAGMA application_id = 1685351534;
PRAGMA user_version = 3;
BEGIN TRANSACTION;
CREATE TABLE audit (
	seq INTEGER NOT NULL, 
	at VARCHAR NOT NULL, 
	who VARCHAR NOT NULL, 
	what VARCHAR NOT NULL, 
	document_id VARCHAR, 
	claim_id VARCHAR, 
	field VARCHAR, 
	private BOOLEAN NOT NULL, 
	salt VARCHAR, 
	old VARCHAR, 
	new VARCHAR, 
	why VARCHAR, 
	old_hash VARCHAR, 
	new_hash VARCHAR, 
	why_hash VARCHAR, 
	previous VARCHAR NOT NULL, 
	hash VARCHAR NOT NULL, 
	PRIMARY KEY (seq)
);
INSERT INTO "audit" VALUES(1,'2031-03-05T12:00:00Z','rules 0.1.0','add','fd123dae2434e3a8713cca04c24a18e4',NULL,'reading',0,'793d439a0d375095e908f28318dbc3ba',NULL,'{"claims":{"199faaa55ccfb93b098a3b774f34b487":"5aa9962700cd8516fa3b1bee8f21c6c5942cb0f28c2fe00f6e9d4718ed797dda","9d11bc5336ab5c02e5c6772dc753f115":"5ea1550ebe3d00c1b137183e0f84b787ef0ab19a8f773796b0af289d94df0569","d49231041ad8923d98a01e420447586d":"4566636f1a45e0cda8942e7df1361f431f5516de82fc81de260409854bb55d74"},"document":"6cbcbce4235107e8976bc7468335452118b20d0756f401ad06e130bab3e073a0","reading":"3bd91ffff1963f80b44f064a14eb482489e2736f45d6f5e61bbac338b26a1ce6"}',NULL,NULL,'a12dba3a83e064370cbcde94f21e4315500f2fc55586ffd66898d20abb5c6e73',NULL,'','09d20f21b8be6262db88d91b55c421d96124f52b3be07f36f2a3ac0f40243307');
CREATE TABLE block_documents (
	document_id VARCHAR NOT NULL, 
	block INTEGER NOT NULL, 
	PRIMARY KEY (document_id, block)
);
CREATE TABLE block_keys (
	"key" INTEGER NOT NULL, 
	block INTEGER NOT NULL, 
	PRIMARY KEY ("key")
);
CREATE TABLE claim_versions (
	claim_id VARCHAR NOT NULL, 
	reading_id INTEGER NOT NULL, 
	content VARCHAR NOT NULL, 
	PRIMARY KEY (claim_id, reading_id), 
	FOREIGN KEY(claim_id) REFERENCES claims (claim_id), 
	FOREIGN KEY(reading_id) REFERENCES readings (id)
);
INSERT INTO "claim_versions" VALUES('199faaa55ccfb93b098a3b774f34b487',1,'{"cause":"disaster","claim_id":"199faaa55ccfb93b098a3b774f34b487","country":"ORD","excerpt":{"end":109,"start":22,"text":"Floods drove more than 1,200 people from Tammar on 3 March, the Orda Relief Union said."},"extractor":"rules 0.1.0","figure":{"end":57,"high":null,"implied":false,"low":1200,"quantifier":"more_than","start":35,"text":"more than 1,200 people","unit":"person"},"kind":"figure","masked":[],"measure":"flow","modality":"asserted","occurrences":[[22,109]],"part_of":null,"period":{"anchor":"published","end":null,"precision":"day","start":"2031-03-03","text":"on 3 March"},"places":[{"end":69,"modifier":null,"modifier_kind":null,"name":"Tammar","place":{"admin1":"Upper Kessa","country":"ORD","gazetteer":"geonames","id":"1","lat":10.0,"lon":20.0,"name":"Tammar","precision":"adm2"},"role":"from","start":63}],"same_as":null,"score":0.8,"sources":[{"end":103,"name":"Orda Relief Union","resolved":null,"start":86,"type":"ngo"}],"term":"forced_to_flee"}');
INSERT INTO "claim_versions" VALUES('9d11bc5336ab5c02e5c6772dc753f115',1,'{"cause":null,"claim_id":"9d11bc5336ab5c02e5c6772dc753f115","country":null,"excerpt":{"end":179,"start":110,"text":"Nine people were killed in East Velik, Governor Lasko told reporters."},"extractor":"rules 0.1.0","figure":{"end":121,"high":9,"implied":false,"low":9,"quantifier":"exact","start":110,"text":"Nine people","unit":"person"},"kind":"figure","masked":[],"measure":"flow","modality":"asserted","occurrences":[[110,179]],"part_of":null,"period":{"anchor":null,"end":null,"precision":null,"start":null,"text":null},"places":[{"end":147,"modifier":null,"modifier_kind":null,"name":"East Velik","place":null,"role":"at","start":137}],"same_as":null,"score":0.9,"sources":[{"end":163,"name":"Governor Lasko","resolved":null,"start":149,"type":"government"}],"term":"killed"}');
INSERT INTO "claim_versions" VALUES('d49231041ad8923d98a01e420447586d',1,'{"cause":null,"claim_id":"d49231041ad8923d98a01e420447586d","country":null,"excerpt":{"end":252,"start":180,"text":"Some 310 households were in school halls, among them that of Mira Tolen."},"extractor":"rules 0.1.0","figure":{"end":199,"high":310,"implied":false,"low":310,"quantifier":"approximately","start":185,"text":"310 households","unit":"household"},"kind":"figure","masked":[[241,251]],"measure":"stock","modality":"asserted","occurrences":[[180,252]],"part_of":null,"period":{"anchor":"published","end":"2031-03-04","precision":"day","start":null,"text":null},"places":[],"same_as":null,"score":0.5,"sources":[{"end":251,"name":"Mira Tolen","resolved":null,"start":241,"type":"witness"}],"term":"sheltered"}');
CREATE TABLE claims (
	claim_id VARCHAR NOT NULL, 
	document_id VARCHAR NOT NULL, 
	added_at VARCHAR NOT NULL, 
	PRIMARY KEY (claim_id)
);
INSERT INTO "claims" VALUES('199faaa55ccfb93b098a3b774f34b487','fd123dae2434e3a8713cca04c24a18e4','2031-03-05T12:00:00Z');
INSERT INTO "claims" VALUES('9d11bc5336ab5c02e5c6772dc753f115','fd123dae2434e3a8713cca04c24a18e4','2031-03-05T12:00:00Z');
INSERT INTO "claims" VALUES('d49231041ad8923d98a01e420447586d','fd123dae2434e3a8713cca04c24a18e4','2031-03-05T12:00:00Z');
CREATE TABLE documents (
	id VARCHAR NOT NULL, 
	sha256 VARCHAR NOT NULL, 
	url VARCHAR, 
	text_sha256 VARCHAR NOT NULL, 
	came_from VARCHAR NOT NULL, 
	media_type VARCHAR NOT NULL, 
	retrieved_at VARCHAR NOT NULL, 
	superseded_by VARCHAR, 
	PRIMARY KEY (id), 
	FOREIGN KEY(sha256) REFERENCES originals (sha256)
);
INSERT INTO "documents" VALUES('fd123dae2434e3a8713cca04c24a18e4','73a94e7ee6b9481ad1ca84db65d62f8c5f536ecd2f4386d2aeb356b7d94d2e51',NULL,'73a94e7ee6b9481ad1ca84db65d62f8c5f536ecd2f4386d2aeb356b7d94d2e51','inbox/flood.txt','text/plain','2031-03-05T12:00:00Z',NULL);
CREATE TABLE judgements (
	seq INTEGER NOT NULL, 
	claim_id VARCHAR NOT NULL, 
	action VARCHAR NOT NULL, 
	field VARCHAR, 
	old VARCHAR, 
	new VARCHAR, 
	undoes INTEGER, 
	PRIMARY KEY (seq), 
	FOREIGN KEY(seq) REFERENCES audit (seq), 
	FOREIGN KEY(claim_id) REFERENCES claims (claim_id), 
	FOREIGN KEY(undoes) REFERENCES judgements (seq)
);
CREATE TABLE originals (
	sha256 VARCHAR NOT NULL, 
	packing VARCHAR NOT NULL, 
	size INTEGER NOT NULL, 
	content BLOB NOT NULL, 
	PRIMARY KEY (sha256)
);
INSERT INTO "originals" VALUES('73a94e7ee6b9481ad1ca84db65d62f8c5f536ecd2f4386d2aeb356b7d94d2e51','zlib',252,X'789C358FC14EC3301044EFFD8AF980284AE93714385090A0705FD59BDACADA13AD4DFBFB3802CEB3EFCDEC73BA46DCA5A923159C2567F1DDEED1C850119C3745A62B5A9482FDF0304D5895AB296667FE03C082034EE29738F44BC59B07C1BB5AD2199F25F5B84A0A235E53D17FFEAE5DBB24330D5BF5516AC3574796014FBDD60B1D2F5217A2D1025C577A9F59477C302B0EFB0991DF55634FEBAFAD6BEA259286286675806496EBB6286F0F3470C629B9E04CD332FE00B12D5749');
CREATE TABLE passed_over (
	id VARCHAR NOT NULL, 
	sha256 VARCHAR NOT NULL, 
	url VARCHAR, 
	came_from VARCHAR NOT NULL, 
	why VARCHAR NOT NULL, 
	audit_seq INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(audit_seq) REFERENCES audit (seq)
);
CREATE TABLE prints (
	document_id VARCHAR NOT NULL, 
	inputs VARCHAR NOT NULL, 
	words BLOB NOT NULL, 
	agency VARCHAR, 
	named VARCHAR, 
	head VARCHAR, 
	voice VARCHAR, 
	PRIMARY KEY (document_id), 
	FOREIGN KEY(document_id) REFERENCES documents (id)
);
CREATE TABLE readings (
	id INTEGER NOT NULL, 
	document_id VARCHAR NOT NULL, 
	extractor VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	publisher VARCHAR, 
	title VARCHAR, 
	published VARCHAR, 
	lang VARCHAR, 
	added_at VARCHAR NOT NULL, 
	audit_seq INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(document_id) REFERENCES documents (id), 
	FOREIGN KEY(audit_seq) REFERENCES audit (seq)
);
INSERT INTO "readings" VALUES(1,'fd123dae2434e3a8713cca04c24a18e4','rules 0.1.0','flood.txt','The Kessa Herald','High water in Tammar','2031-03-04','en','2031-03-05T12:00:00Z',1);
CREATE TABLE reconciled (
	audit_seq INTEGER NOT NULL, 
	at VARCHAR NOT NULL, 
	rules VARCHAR NOT NULL, 
	PRIMARY KEY (audit_seq)
);
CREATE TABLE situation_claims (
	claim_id VARCHAR NOT NULL, 
	situation_id VARCHAR NOT NULL, 
	PRIMARY KEY (claim_id), 
	FOREIGN KEY(situation_id) REFERENCES situations (situation_id)
);
CREATE TABLE situations (
	situation_id VARCHAR NOT NULL, 
	block INTEGER NOT NULL, 
	inputs VARCHAR NOT NULL, 
	content VARCHAR NOT NULL, 
	PRIMARY KEY (situation_id)
);
CREATE TABLE texts (
	document_id VARCHAR NOT NULL, 
	text VARCHAR NOT NULL, 
	PRIMARY KEY (document_id), 
	FOREIGN KEY(document_id) REFERENCES documents (id)
);
INSERT INTO "texts" VALUES('fd123dae2434e3a8713cca04c24a18e4','High water in Tammar

Floods drove more than 1,200 people from Tammar on 3 March, the Orda Relief Union said. Nine people were killed in East Velik, Governor Lasko told reporters. Some 310 households were in school halls, among them that of Mira Tolen.');
CREATE TABLE tombstones (
	document_id VARCHAR NOT NULL, 
	sha256 VARCHAR NOT NULL, 
	citation VARCHAR NOT NULL, 
	audit_seq INTEGER NOT NULL, 
	PRIMARY KEY (document_id), 
	FOREIGN KEY(audit_seq) REFERENCES audit (seq)
);
CREATE INDEX ix_claims_document_id ON claims (document_id);
CREATE INDEX ix_audit_document_id ON audit (document_id);
CREATE INDEX ix_situations_block ON situations (block);
CREATE INDEX ix_block_keys_block ON block_keys (block);
CREATE INDEX ix_block_documents_block ON block_documents (block);
CREATE INDEX ix_documents_url ON documents (url);
CREATE INDEX ix_documents_sha256 ON documents (sha256);
CREATE INDEX ix_judgements_claim_id ON judgements (claim_id);
CREATE INDEX tombstones_by_hash ON tombstones (sha256);
CREATE INDEX ix_passed_over_url ON passed_over (url);
CREATE INDEX ix_passed_over_audit_seq ON passed_over (audit_seq);
CREATE INDEX ix_situation_claims_situation_id ON situation_claims (situation_id);
CREATE INDEX ix_readings_document_id ON readings (document_id);
CREATE INDEX ix_claim_versions_reading_id ON claim_versions (reading_id);
CREATE TRIGGER audit_is_append_only BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER audit_entries_stay BEFORE UPDATE OF seq, at, who, what, document_id, claim_id, field, private, old_hash, new_hash, why_hash, previous, hash ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
COMMIT;
