import { app } from "electron"; console.log(app, __VERSION__);
